"""wp3reports: checks the hand-ins of a multi-partner work package, merges them and prints the reports.

One line, not a graph:

    workspace.read -> Snapshot -> pipeline.compile_reports -> Compilation -> build -> build/pdf
                                  source, load, check, merge, render

1. `workspace` reads inputs and templates once, as bytes. Nothing else reads them.
2. `source` turns YAML into text with places; it constructs nothing.
3. `load` types the hand-ins: a `Dossier`. What does not fit is a finding at its line.
4. `check` runs the rules of every milestone over the dossier.
5. Each milestone's `merge` makes one report value of many hand-ins.
6. `render` makes volumes of it: parts of finished HTML that do not know their pages.
7. `pdf` lays out one part, and binds parts into a volume. `store` keeps what was laid out, `build` decides what to do,
   and `reasons` says why.

Floors, imports only go down: diagnostics, provenance; snapshot, volume; source; model; milestones; standing, merged;
load, check, render, reporters, authoring; pipeline; shipped; workspace, pdf, store; build, rulebook; preview, reasons;
cli. A milestone may look back, never ahead.

What always holds:

- below `workspace` there is no I/O and no clock: the day of issue is an input;
- bad input never raises: it is a `Diagnostic`, and all of them are found in one run;
- a part's HTML and its assets are its whole identity, so what has the same key is never laid out twice;
- a file in build/ is the old one or the new one, whole.
"""
