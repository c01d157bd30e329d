#!/bin/sh
# Makes a virtual environment and installs Dateline into it: install.sh FOLDER LOCK
#
# PYTHON names the interpreter; without it, the first of the usual names that is new enough. Every package
# must have a hash in LOCK; Dateline itself is installed from this folder, as an editable package.
set -eu

venv=$1
lock=$2
unfinished=$venv/unfinished

say() {
    echo "install: $*" >&2
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        if ! command -v "$PYTHON" >/dev/null 2>&1; then
            say "PYTHON=$PYTHON: no such program"
            return 1
        fi
        if ! new_enough "$PYTHON"; then
            say "PYTHON=$PYTHON is $("$PYTHON" --version 2>&1); Dateline needs Python 3.11 or later"
            return 1
        fi
        echo "$PYTHON"
        return 0
    fi
    for name in python3 python3.13 python3.12 python3.11 python3.14 python; do
        if command -v "$name" >/dev/null 2>&1 && new_enough "$name"; then
            echo "$name"
            return 0
        fi
    done
    say "no Python 3.11 or later found (python3 is $(python3 --version 2>&1 || echo missing))." \
        "Install one (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python@3.13)," \
        "or name it: make PYTHON=/path/to/python3.11 ..."
    return 1
}

python=$(find_python)
if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    say "$python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv"
    exit 1
fi

# What an interrupted installation left may look whole to pip and not be, so it is not built upon.
if [ -e "$unfinished" ] || { [ -d "$venv" ] && ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; }; then
    say "clearing an unfinished $venv"
    rm -rf "$venv"
fi
if [ -d "$venv" ] && ! new_enough "$venv/bin/python"; then
    say "$venv was made with an older Python; clearing it"
    rm -rf "$venv"
fi
mkdir -p "$venv"
: >"$unfinished"
if [ ! -x "$venv/bin/python" ]; then
    say "making $venv with $("$python" --version)"
    "$python" -m venv "$venv"
fi

say "installing from $lock (the first time some 280 MB are fetched)"
export PIP_DISABLE_PIP_VERSION_CHECK=1
"$venv/bin/python" -m pip install --quiet --require-hashes --requirement "$lock"
"$venv/bin/python" -m pip install --quiet --no-deps --no-build-isolation --editable .
rm "$unfinished"
