"""``python -m bot assess``: a question as JSON in, the model's answer as JSON out.

The model and the words are those of ``/canirun``. No database, no Discord, no clock: times are
hours before now, so an answer can be given again anywhere.
"""
