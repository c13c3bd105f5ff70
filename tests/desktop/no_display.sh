#!/bin/bash
# With no screen the program says so in one sentence and ends; what needs no window works.
set -u
cd "$(dirname "$0")/../.." || exit 1
unset DISPLAY WAYLAND_DISPLAY WAYLAND_SOCKET
fail() { echo "FAILED: $*" >&2; exit 1; }

timeout 20 "$KNEENOTE_BINARY" >"$KNEENOTE_HOME/out" 2>"$KNEENOTE_HOME/err"
code=$?
[ $code -eq 1 ] || fail "exit status $code, wanted 1"
[ -s "$KNEENOTE_HOME/out" ] && fail "something was printed: $(cat "$KNEENOTE_HOME/out")"
[ "$(wc -l <"$KNEENOTE_HOME/err")" -eq 1 ] || fail "more or less than one line: $(cat "$KNEENOTE_HOME/err")"
grep -q 'no screen was found' "$KNEENOTE_HOME/err" || fail "unclear: $(cat "$KNEENOTE_HOME/err")"
[ -e "$KNEENOTE_HOME/data" ] && fail "a window that never opened kept something"

page=$("$KNEENOTE_BINARY" --note tests/fixtures/note/half_marathon.kneenote) || fail "--note ended with $?"
grep -q 'RIGHT knee' <<<"$page" || fail "--note printed no page: $page"
"$KNEENOTE_BINARY" --explain tests/fixtures/note/half_marathon.kneenote | grep -q '^urgency ' || fail "--explain printed no working"
echo "said: $(cat "$KNEENOTE_HOME/err")"
