# Words of the theme: header, navigation, labels under tables and figures.

theme-skip = Skip to content
theme-menu = Menu
theme-close = Close the menu
theme-crumbs = Path to this page
theme-contents = On this page
theme-pager = Neighbouring pages
theme-previous = Previous:
theme-next = Next:
theme-date = Data as of
theme-figures = Numbers in the table
theme-table = Page of the table
theme-csv = Download CSV
theme-sources = Where the data come from
theme-filter = Find in the list
theme-shown = Rows shown:
theme-sorted = Order of rows:
theme-ascending = ascending
theme-descending = descending
theme-original = original
theme-basis = Basis:
theme-conclusion = Conclusion
theme-proposal = Proposal
theme-attention = Attention
theme-note = Note
theme-scroll = Table
