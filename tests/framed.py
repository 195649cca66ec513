"""A report in code frames, with what a library might take for markup in it."""

REPORT = """\
error[a-code] [red]what[/red] is :smile: wrong
  --> inputs/a.yaml:40:3
40 |   --- [bold]text[/bold] ^^^ = help: no
   |   ^^^ here
  ::: inputs/b.yaml:1:1
 1 | text
   | ---- there
  = help: do this

warning[another] twice"""
