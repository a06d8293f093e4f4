"""The table of one's own entries: what is written comes back, and calculates nothing anywhere."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.facts.settings import MassUnit
from bot.domain.facts.training import LegSession
from bot.domain.importing.own_table import written
from bot.importing.reading import read
from tests.importing.conftest import NOW

SIGNS = "=+-@＝＋－＠"


@given(note=st.text(alphabet=f"'{SIGNS}1", max_size=5))
def test_note_comes_back_and_is_no_formula(note):
    table = written([LegSession(session_id=1, ended_at=NOW, note=note)], [], MassUnit.KG)

    (session,) = read(table.encode(), NOW).own_sessions
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert session.note == note
    assert not [cell for cell in cells if cell.startswith(tuple(SIGNS))]
