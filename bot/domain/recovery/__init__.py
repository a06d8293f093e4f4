"""The recovery model: may these legs run, how far, how hard, and when does that change.

``history.question_of`` turns stored entries into a ``Question``; ``assess.assess`` turns that into
an ``Answer``. Pure: no clock, no storage, no words. Hours count back from the moment asked.
"""
