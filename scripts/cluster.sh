#!/usr/bin/env bash
# PostgreSQL with a streaming replica, PgBouncer, two services and nginx, all on loopback, with Debian's packages alone (postgresql,
# pgbouncer, nginx). For tests and for showing; docs/cluster.md tells what each part is for. Build first (npx pnpm build).
# usage: scripts/cluster.sh start|stop|status|kill-primary|promote|rejoin
# HEED_CLUSTER names the folder (usual: /tmp/heed-cluster), HEED_CLUSTER_PORT the first of eight ports (usual: 5810).
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
folder=${HEED_CLUSTER:-/tmp/heed-cluster}
front=${HEED_CLUSTER_PORT:-5810}
server1=$((front + 1)) server2=$((front + 2)) pooler=$((front + 3)) service1=$((front + 4)) service2=$((front + 5))
programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)
for program in "$programs/initdb" /usr/sbin/pgbouncer /usr/sbin/nginx; do
  [ -x "$program" ] || { echo "cluster: $program is missing (Debian's packages: postgresql pgbouncer nginx)" >&2; exit 3; }
done

# PostgreSQL and PgBouncer refuse to run as root.
as() {
  if [ "$(id -u)" = 0 ]; then (cd "$folder" && runuser -u postgres -- "$@"); else (cd "$folder" && "$@"); fi
}
ask() { psql --no-psqlrc --quiet --tuples-only --no-align --dbname "postgresql://heed@127.0.0.1:$1/$2" --command "$3"; }
control() { as "$programs/pg_ctl" -w -D "$folder/$1" -l "$folder/$1.log" "${@:2}" > /dev/null; }
primary() { cat "$folder/primary"; }
other() { [ "$(primary)" = server1 ] && echo server2 || echo server1; }
is_up() { ask "${!1}" postgres "SELECT 1" > /dev/null 2>&1; }

set_port() { echo "port = ${!1}" | as tee -a "$folder/$1/postgresql.conf" > /dev/null; }

# A copy of the primary that follows it; commits wait for it from now on.
make_replica() {
  as rm -rf "$folder/$1"
  as "$programs/pg_basebackup" --host 127.0.0.1 --port "$2" --username heed --pgdata "$folder/$1" --write-recovery-conf --checkpoint fast
  set_port "$1"
  control "$1" start
  ask "$2" postgres "ALTER SYSTEM SET synchronous_standby_names = '*'" && ask "$2" postgres "SELECT pg_reload_conf()" > /dev/null
}

lead_pooler_to() {
  as tee "$folder/pgbouncer.ini" > /dev/null <<INI
[databases]
heed = host=127.0.0.1 port=${!1} dbname=heed user=heed
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = $pooler
unix_socket_dir =
auth_type = any
admin_users = heed
pool_mode = transaction
default_pool_size = 20
max_client_conn = 300
server_login_retry = 1
logfile = $folder/pgbouncer.log
pidfile = $folder/pgbouncer.pid
INI
  echo "$1" | as tee "$folder/primary" > /dev/null
}

start_service() {
  # Both servers are named: the one that is the primary is not read as a replica.
  HEED_DATABASE="postgresql://heed@127.0.0.1:$pooler/heed" \
    HEED_REPLICAS="postgresql://heed@127.0.0.1:$server1/heed,postgresql://heed@127.0.0.1:$server2/heed" \
    HEED_WRITES_REACH=replicas HEED_TRUST_PROXY=loopback HEED_RATE_LIMIT=0 HEED_METRICS_PORT=$((front + $1 + 5)) \
    setsid node "$here/packages/cli/bin/heed.js" serve --create --port "$2" >> "$folder/service$1.log" 2>&1 < /dev/null &
  echo $! > "$folder/service$1.pid"
}

wait_for() {
  for _ in $(seq 200); do curl --silent --fail --output /dev/null "http://127.0.0.1:$1/recommendationFollowUp/v1/readiness" && return; sleep 0.3; done
  echo "cluster: nothing is ready at port $1; see $folder" >&2
  exit 1
}

start_nginx() {
  cat > "$folder/nginx.conf" <<NGINX
worker_processes 1;
pid $folder/nginx.pid;
error_log $folder/nginx.log;
events { worker_connections 512; }
http {
  access_log off;
  upstream heed { server 127.0.0.1:$service1; server 127.0.0.1:$service2; keepalive 16; }
  server {
    listen 127.0.0.1:$front;
    client_max_body_size 110m;
    location / {
      proxy_pass http://heed;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host \$host:\$server_port;
      proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for;
      proxy_next_upstream error timeout;
    }
  }
}
NGINX
  /usr/sbin/nginx -c "$folder/nginx.conf"
}

end_process() {
  [ -f "$1" ] || return 0
  local process
  process=$(cat "$1")
  kill "$process" 2> /dev/null || true
  for _ in $(seq 100); do kill -0 "$process" 2> /dev/null || break; sleep 0.1; done
  rm -f "$1"
}

case "${1:-}" in
  start)
    [ ! -e "$folder" ] || { echo "cluster: $folder is there already; stop it first" >&2; exit 2; }
    mkdir -p "$folder" && chmod 755 "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    as "$programs/initdb" -D "$folder/server1" --locale=C.UTF-8 --encoding=UTF8 --auth=trust --username=heed --data-checksums > /dev/null
    as tee -a "$folder/server1/postgresql.conf" > /dev/null <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 64MB
wal_keep_size = 256MB
CONF
    set_port server1
    control server1 start
    ask "$server1" postgres "CREATE DATABASE heed"
    make_replica server2 "$server1"
    lead_pooler_to server1
    as /usr/sbin/pgbouncer -q -d "$folder/pgbouncer.ini"
    # The first one makes the tables.
    start_service 1 "$service1" && wait_for "$service1"
    start_service 2 "$service2" && wait_for "$service2"
    start_nginx && wait_for "$front"
    echo "Heed is at http://127.0.0.1:$front/ ($(primary) is the primary; heed --database postgresql://heed@127.0.0.1:$pooler/heed)"
    ;;
  status)
    for each in server1 server2; do
      if is_up "$each"; then
        [ "$(ask "${!each}" postgres "SELECT pg_is_in_recovery()")" = t ] && echo "$each replica" || echo "$each primary"
      else echo "$each away"; fi
    done
    ask "$pooler" pgbouncer "SHOW DATABASES" | grep "^heed|" | cut -d'|' -f1-3
    ;;
  kill-primary)
    kill -KILL "$(head -n 1 "$folder/$(primary)/postmaster.pid")"
    echo "$(primary) was killed"
    ;;
  promote)
    former=$(primary) new=$(other)
    # Two primaries would each take writes that the other never gets.
    ! is_up "$former" || { echo "cluster: $former still answers; kill it first" >&2; exit 2; }
    control "$new" promote
    # Nothing follows it yet, and a commit would wait for ever.
    ask "${!new}" postgres "ALTER SYSTEM SET synchronous_standby_names = ''" && ask "${!new}" postgres "SELECT pg_reload_conf()" > /dev/null
    lead_pooler_to "$new"
    ask "$pooler" pgbouncer "RELOAD"
    echo "$new is the primary"
    ;;
  rejoin)
    make_replica "$(other)" "$(p=$(primary); echo "${!p}")"
    echo "$(other) follows $(primary)"
    ;;
  stop)
    [ -d "$folder" ] || exit 0
    end_process "$folder/nginx.pid"
    end_process "$folder/service1.pid"
    end_process "$folder/service2.pid"
    end_process "$folder/pgbouncer.pid"
    for each in server2 server1; do control "$each" -m immediate stop 2> /dev/null || true; done
    rm -rf "$folder"
    ;;
  *)
    sed -n '2,6s/^# //p' "$0" >&2
    exit 2
    ;;
esac
