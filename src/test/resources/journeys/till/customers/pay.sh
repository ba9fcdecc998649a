#!/bin/sh
# A customer every 1/FIREDRILL_RATE seconds, each in a process of its own: open loop. One line each.
trap 'exit 0' TERM
gap=$((1000 / FIREDRILL_RATE))
now() { date +%s%3N; }

pay() {
  start=$(now)
  seen=$(probe "$FIREDRILL_HOST" "$FIREDRILL_PORT" "$FIREDRILL_DEADLINE_MS")
  end=$(now)
  case $seen in
    *'"answered"'*) said='"outcome":"OK"' ;;
    *'"refused"'*) said='"outcome":"FAILED","reason":"REFUSED"' ;;
    *silent*) said='"outcome":"FAILED","reason":"TIMEOUT"' ;;
    *'"closed"'* | *'"reset"'*) said='"outcome":"FAILED","reason":"RESET"' ;;
    *) said='"outcome":"FAILED","reason":"HARNESS"' ;;
  esac
  echo "{\"start\":$start,\"end\":$end,\"intended\":$1,$said}"
}

due=$(now)
while :; do
  early=$((due - $(now)))
  [ "$early" -le 0 ] || sleep "$(printf '%d.%03d' $((early / 1000)) $((early % 1000)))"
  pay "$due" &
  due=$((due + gap))
done
