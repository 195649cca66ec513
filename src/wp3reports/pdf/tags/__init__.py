"""The tag tree of a part, made from the boxes that the engine has laid out: what a part says when it is read aloud.

WeasyPrint 70 makes one tree for each page and loses on the way what the HTML says; ours has one element for one element
of the HTML, however many pages it stands on. `internals` knows whether the engine is the one that this was written for;
if not, the engine's own tree stays, which is valid and poorer.

    boxes -> reading -> tree -> writing -> objects of the PDF
"""
