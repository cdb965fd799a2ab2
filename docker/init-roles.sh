#!/bin/bash
# Runs once, when the database's volume is empty: makes the two logins and the database between them.
#   stations_owner   owns every table and may make the group roles app_*; used by `migrate` alone
#   stations_server  the server: owns nothing, inherits nothing, bypasses nothing; `migrate` lets it take the group roles
set -euo pipefail
: "${STATIONS_OWNER_PASSWORD:?is not set}" "${STATIONS_SERVER_PASSWORD:?is not set}"

# \getenv keeps the passwords out of the process list.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="${POSTGRES_DB:-postgres}" <<'SQL'
\getenv owner_password STATIONS_OWNER_PASSWORD
\getenv server_password STATIONS_SERVER_PASSWORD

create role stations_owner login password :'owner_password'
  createrole nosuperuser nocreatedb noreplication nobypassrls;
create role stations_server login password :'server_password'
  noinherit nocreaterole nosuperuser nocreatedb noreplication nobypassrls;

create database stations owner stations_owner;
revoke all on database stations from public;
grant connect on database stations to stations_server;
revoke connect, temporary on database postgres, template1 from public;
-- Lets the owner's commands say whose transaction they wait for, and since when.
grant pg_read_all_stats to stations_owner;

-- What PostgreSQL lets every login do, and none of ours needs: large objects, which make the owner's pg_dump fail, and
-- advisory locks, which use up the memory for everybody's locks.
\connect stations
select format('revoke execute on function %s from public', p.oid::regprocedure)
  from pg_proc p
 where p.pronamespace = 'pg_catalog'::regnamespace
   and (p.proname ~ '^pg_(try_)?advisory_(xact_)?lock'
        or p.proname in ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_put', 'lowrite'))
   and has_function_privilege('public', p.oid, 'execute')
\gexec
SQL
