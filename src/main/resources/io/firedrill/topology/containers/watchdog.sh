#!/bin/sh
# watchdog LABEL FOLDER LIMIT: outlives the harness, and clears up behind it if it dies.
#
# Reads lines from the harness: "guard N" and "release N" (a process group that creates containers),
# "done". The end of input without "done" means that the harness is dead: then every guarded group is
# killed, and everything that bears LABEL is removed until two passes in a row find nothing, for at
# most LIMIT seconds; FOLDER goes as well.
trap '' INT TERM HUP
label=$1 folder=$2 limit=$3
guarded=

while IFS=' ' read -r word number; do
  case $word in
    guard) guarded="$guarded $number" ;;
    release)
      rest=
      for one in $guarded; do [ "$one" = "$number" ] || rest="$rest $one"; done
      guarded=$rest
      ;;
    done) exit 0 ;;
  esac
done

for group in $guarded; do kill -s KILL -- "-$group"; done 2> /dev/null

# pass: removes what it finds; succeeds where it found nothing and Docker answered.
pass() {
  clean=0
  containers=$(docker ps --all --quiet --filter "label=$label") || clean=1
  networks=$(docker network ls --quiet --filter "label=$label") || clean=1
  volumes=$(docker volume ls --quiet --filter "label=$label") || clean=1
  # Split into words on purpose: ids and names without blanks.
  if [ -n "$containers" ]; then
    clean=1
    # No restarts while removing, and nothing frozen: the engine may wait for that without end.
    docker update --restart=no $containers
    docker unpause $containers
    docker kill $containers
    docker rm --force --volumes $containers
  fi
  if [ -n "$networks" ]; then
    clean=1
    # Who is still on one: somebody else.
    docker network inspect --format \
      '{{$network := .Id}}{{range .Containers}}{{$network}} {{.Name}}{{"\n"}}{{end}}' $networks \
      | while IFS=' ' read -r network holder; do
        [ -z "$holder" ] || docker network disconnect --force "$network" "$holder"
      done
    docker network rm $networks
  fi
  [ -z "$volumes" ] || { clean=1; docker volume rm --force $volumes; }
  return $clean
} > /dev/null 2>&1

end=$(($(date +%s) + limit))
found_nothing=0
while [ "$found_nothing" -lt 2 ] && [ "$(date +%s)" -le "$end" ]; do
  if pass; then found_nothing=$((found_nothing + 1)); else found_nothing=0; fi
done
case $folder in */firedrill-*) rm -rf -- "$folder" ;; esac
