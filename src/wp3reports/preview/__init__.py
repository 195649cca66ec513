"""The local web server of `wp3reports preview`: an author writes, the browser shows.

    watch.changes ─▶ Desk: read, sketch ─▶ Site (what stands at which address) ◀── Gate ◀── browsers
                           check        ─▶ Hub  (what is new about it)         ──▶

`Desk` decides what is shown, `Site` is the table in which every address is looked up, `Hub` tells the browsers, `Gate`
keeps all others out. Nothing here prints or writes a hand-in but what `posts` lists.
"""

from wp3reports.preview.preview import Address, Preview
from wp3reports.preview.server import NoPortError

__all__ = ["Address", "NoPortError", "Preview"]
