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
SQL
