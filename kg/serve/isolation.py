"""Taking from this process what a query has no use for: the network above all. Elsewhere than on Linux it keeps it."""

import ctypes
import platform
import signal
import struct
from contextlib import suppress

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
SECCOMP_MODE_FILTER = 2
CLONE_NEWUSER, CLONE_NEWNET = 0x10000000, 0x40000000

# From the kernel's headers: the architecture as seccomp names it, and its numbers of socket and io_uring_setup.
SYSTEM_CALLS = {"x86_64": (0xC000003E, 41, 425), "aarch64": (0xC00000B7, 198, 425)}
LOAD, EQUAL, AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06  # instructions of the filter
ALLOW, EPERM = 0x7FFF0000, 0x00050001


def ends_with_its_parent() -> None:
    """This process is killed when the one that started it ends, whatever it is doing; it gains no rights."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def without_network() -> bool:
    """Whether this process and its children can reach no network from now on.

    They have one of their own with nothing in it, or may open no socket, or both.
    """
    return any([network_of_its_own(), no_sockets()])


def network_of_its_own() -> bool:
    """A network namespace; not everybody may have one."""
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        return any(libc.unshare(flags) == 0 for flags in (CLONE_NEWNET, CLONE_NEWUSER | CLONE_NEWNET))
    return False


def no_sockets() -> bool:
    """A filter that refuses to open sockets; those that are open stay."""
    known = SYSTEM_CALLS.get(platform.machine())
    if known is None:
        return False
    architecture, socket, ring = known
    steps = [
        (LOAD, 0, 0, 4),  # the architecture: the numbers of another mean other calls
        (EQUAL, 0, 5, architecture),
        (LOAD, 0, 0, 0),  # the number of the call
        (AT_LEAST, 3, 0, 0x40000000),  # x32, a second set of numbers on x86_64
        (EQUAL, 2, 0, socket),
        (EQUAL, 1, 0, ring),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, EPERM),
    ]
    program = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    filter_ = struct.pack(
        "HxxxxxxP" if ctypes.sizeof(ctypes.c_void_p) == 8 else "HxxP", len(steps), ctypes.addressof(program)
    )
    with suppress(OSError, AttributeError):
        libc = ctypes.CDLL(None)
        libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        return int(libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, filter_, 0, 0)) == 0
    return False
