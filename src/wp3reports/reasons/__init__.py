"""What a build would do, and why: in terms of partner, file and field. Nothing is laid out, bound or written.

It compares what volumes were made from, as their manifest says, with what they would be made from now. That a changed
file is the reason for a changed part is found by trial: the reports are compiled once more with that file as it was.
"""

from wp3reports.reasons.plan import Outlook, State, plan
from wp3reports.reasons.reason import Kind, Reason
from wp3reports.reasons.writing import as_json, as_text, summary

__all__ = ["Kind", "Outlook", "Reason", "State", "as_json", "as_text", "plan", "summary"]
