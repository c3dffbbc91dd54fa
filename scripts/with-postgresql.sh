#!/usr/bin/env bash
# Runs a command with a temporary PostgreSQL server on loopback, named by HEED_TEST_POSTGRESQL, and ends the server after it.
# usage: scripts/with-postgresql.sh COMMAND [ARGUMENT …]
# HEED_POSTGRESQL_FOLDER keeps the data there from one run to the next; HEED_POSTGRESQL_SETTINGS are settings of the server
# (fsync=off unless told: a test loses nothing when the machine stops; and connections for services that run side by side).
set -euo pipefail
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
if [ -z "$programs" ] || [ ! -x "$programs/initdb" ]; then
  echo "with-postgresql: no PostgreSQL server is installed (Debian's package: postgresql)" >&2
  exit 3
fi
kept=${HEED_POSTGRESQL_FOLDER:-}
folder=${kept:-$(mktemp -d)}
mkdir -p "$folder"
log="$folder/log"
settings=""
for each in ${HEED_POSTGRESQL_SETTINGS:-fsync=off max_connections=300}; do settings="$settings -c $each"; done
# initdb refuses root; the folder's parents are open to all, as /tmp is.
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as() { runuser -u postgres -- "$@"; }
else
  as() { "$@"; }
fi
chmod 755 "$folder"
finish() {
  if [ -n "$kept" ]; then
    as "$programs/pg_ctl" -D "$folder/data" -m fast -t 600 -w stop >/dev/null 2>&1 || true
  else
    as "$programs/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
  fi
}
trap finish EXIT
port=$(node -e 'const s=require("net").createServer();s.listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
cd "$folder"
[ -d "$folder/data" ] || as "$programs/initdb" -D "$folder/data" --locale=C.UTF-8 --encoding=UTF8 --auth=trust --username=heed >/dev/null
as "$programs/pg_ctl" -D "$folder/data" -l "$log" -w -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=''$settings" start >/dev/null \
  || { cat "$log" >&2; exit 3; }
cd "$OLDPWD"
export HEED_TEST_POSTGRESQL="postgresql://heed@127.0.0.1:$port/postgres"
"$@"
