# Words and sentences that pages are composed of.
