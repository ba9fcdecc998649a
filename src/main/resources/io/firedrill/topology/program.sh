#!/bin/sh
# program COMMAND...: runs a program of customers in this process group, which must be its own, and
# ends all of the group when the pipe from the harness ends, whatever ended that: TERM, and KILL two
# seconds later. Signals go to the group only, which lives as long as the guard: no process of anybody
# else's can be hit.
exec 3<&0
"$@" < /dev/null 3<&- &
program=$!
{
  trap '' TERM
  while read -r _; do :; done <&3
  kill -s TERM 0
  round=0
  while [ "$round" -lt 20 ] && kill -0 "$program"; do
    sleep 0.1
    round=$((round + 1))
  done
  kill -s KILL 0
} > /dev/null 2>&1 &
exec 3<&-
trap : TERM
wait "$program"
code=$?
while kill -0 "$program" 2> /dev/null; do
  wait "$program"
  code=$?
done
exit "$code"
