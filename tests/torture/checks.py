"""Every torture check, in the order they run."""

from tests.torture.api_faults import API_FAULTS
from tests.torture.cancellations import CANCELLATIONS
from tests.torture.check import Check
from tests.torture.clusters import CLUSTERS
from tests.torture.crashes import CRASHES
from tests.torture.cuts import CUT_FROM_DATABASE, CUT_FROM_DISCORD, VANISHED
from tests.torture.dead_targets import DEAD_TARGETS
from tests.torture.downtime import DOWNTIME
from tests.torture.failovers import FAILOVERS
from tests.torture.full_disks import FULL_DISKS
from tests.torture.gateway_faults import DOWN_AT_START, DROP_LOOP, GATEWAY_FAULTS
from tests.torture.jumps import JUMPS
from tests.torture.kills import KILLS
from tests.torture.many_kills import MANY_KILLS
from tests.torture.many_shards import MANY_SHARDS
from tests.torture.migrations import MIGRATIONS
from tests.torture.moves import MOVES
from tests.torture.nonsense import NONSENSE
from tests.torture.pressed_kills import PRESSED_KILLS
from tests.torture.presses import PRESSES
from tests.torture.processes import KILLED_WHEN_SAID, TOLD_TO_STOP
from tests.torture.restore_kills import RESTORE_KILLS
from tests.torture.restores import RESTORES
from tests.torture.roll_kills import ROLL_KILLS
from tests.torture.server_disks import SERVER_DISKS
from tests.torture.servers import SERVERS
from tests.torture.walls import WALLS
from tests.torture.year import YEAR
from tests.torture.zone_rules import ZONE_RULES

CHECKS: tuple[Check, ...] = (
    *KILLS,
    CRASHES,
    KILLED_WHEN_SAID,
    TOLD_TO_STOP,
    MIGRATIONS,
    MOVES,
    FULL_DISKS,
    RESTORES,
    RESTORE_KILLS,
    CANCELLATIONS,
    WALLS,
    ZONE_RULES,
    JUMPS,
    DOWNTIME,
    DEAD_TARGETS,
    API_FAULTS,
    PRESSES,
    PRESSED_KILLS,
    ROLL_KILLS,
    GATEWAY_FAULTS,
    DROP_LOOP,
    DOWN_AT_START,
    NONSENSE,
    CLUSTERS,
    SERVERS,
    CUT_FROM_DATABASE,
    CUT_FROM_DISCORD,
    VANISHED,
    SERVER_DISKS,
    *FAILOVERS,
    MANY_SHARDS,
    MANY_KILLS,
    YEAR,
)
