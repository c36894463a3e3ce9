# What the theme itself says: labels of controls, headings of parts, words for screen readers.
