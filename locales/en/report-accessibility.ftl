# The accessibility statement.

accessibility-title = Accessibility of this site
accessibility-lead = The report is made for everyone to read: on a screen, by ear, by keyboard, on a phone and on paper.

accessibility-standards = The standards that the pages follow
accessibility-standards-law = Decree No. 102 of 07.02.2026 of the Russian government, on official sites for people with impaired sight.
accessibility-standards-gost = GOST R 52872-2019, the Russian standard of accessibility of internet resources.
accessibility-standards-wcag = WCAG 2.2, level AA.

accessibility-done = What was done
accessibility-done-vision = A version for readers with low vision is a link at the top of each page: size of letters, spacing, colours, a page without pictures. What is chosen goes from page to page in the address: no cookies, no registration, and from a USB stick too.
accessibility-done-styles = Pages obey the settings of the device: dark style, more contrast, the reader's own colours.
accessibility-done-zoom = At 400 % zoom no page scrolls sideways; a wide table scrolls in a box of its own.
accessibility-done-keyboard = Everything is done by keyboard: the way to the content, the menu, the order of rows, the search in a list. The place where the reader is has an outline, and changes are announced.
accessibility-done-words = Each chart has its finding in words, and its figures stand in a table. Tables have captions and headings of rows and columns; where there is no figure, the reason is given.
accessibility-done-colour = Colour never speaks alone: a sign, a pattern or a word stands beside it. Text differs from its ground by at least 4.5 to 1, marks by at least 3 to 1; the colours of clusters can be told apart by the colour-blind.
accessibility-done-quiet = Nothing on the pages moves or sounds by itself.
accessibility-done-paper = Pages are printed whole on A4.
accessibility-done-checked = A page of each kind was checked with axe-core in light, dark and high-contrast style, as wide as a phone and a desktop: no violation. The check runs with each change of the program, on its examples.

accessibility-limits = What is not there yet
accessibility-limits-tables = Wide tables on a narrow screen are read by scrolling sideways inside the table.
accessibility-limits-script = Where scripts are switched off, the version for low vision holds on the open page; on the next one it is switched on again.
accessibility-limits-frames = The settings of that version are not handed to other sites.
accessibility-limits-files = Attached documents are published as their publisher made them; their accessibility was not checked.
accessibility-limits-own = Where the publisher has changed the theme or added to the report, the program's checks do not reach. People with disabilities have not tried the pages yet.

accessibility-write = If something cannot be read
accessibility-write-lead = Tell the publisher of the report what does not work and on which page, and they will give it in another form: { $publisher }.
