# SPDX-License-Identifier: GPL-3.0-or-later
"""What tests in Python share that say by themselves, in TAP, what they have seen."""
import sys
import time

PATIENCE = 30
n_checks = 0


def check(fine, what):
    """Says whether something is as it is to be, and ends the test if it is not."""
    global n_checks
    n_checks += 1
    print(f'{"ok" if fine else "not ok"} {n_checks} - {what}', flush=True)
    if not fine:
        sys.exit(1)


def finish():
    """To be called when all has been checked."""
    print(f'1..{n_checks}')


def wait_for(look):
    """Whether something comes true in time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if look():
            return True
        time.sleep(0.05)
    return False
