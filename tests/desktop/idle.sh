#!/bin/bash
# A window that nobody touches takes no processor time.
set -u
fail() { echo "FAILED: $*" >&2; exit 1; }
ticks() { awk '{ print $14 + $15 }' <<<"$(sed 's/.*) //; s/^/0 0 /' "/proc/$program/stat")"; }

"$KNEENOTE_BINARY" >"$KNEENOTE_HOME/program.log" 2>&1 &
program=$!
trap 'kill $program 2>/dev/null' EXIT
window=$(timeout 30 xdotool search --sync --onlyvisible --name '^KneeNote$' | tail -1)
[ -n "$window" ] || fail "no window: $(cat "$KNEENOTE_HOME/program.log")"
# On the step with the picture, the pointer at rest over the window.
xdotool windowactivate --sync "$window" key ctrl+2
xdotool mousemove --window "$window" 200 400
sleep 4
before=$(ticks)
[ "$before" -gt 0 ] || fail "the time of the start was not counted"
sleep 10
kill -0 $program 2>/dev/null || fail "the program ended by itself"
milliseconds=$((($(ticks) - before) * 1000 / $(getconf CLK_TCK)))
echo "$milliseconds ms of processor time in 10 idle seconds"
[ $milliseconds -lt 1000 ] || fail "busy while idle"
