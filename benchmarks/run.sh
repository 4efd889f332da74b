#!/usr/bin/env bash
# Measures everything on a quiet machine and writes benchmarks/RESULTS.md; takes about half an hour.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build benchmarks/MilMobility.Benchmarks -c Release -nodeReuse:false -p:UseSharedCompilation=false -v q
dotnet benchmarks/MilMobility.Benchmarks/bin/Release/net10.0/MilMobility.Benchmarks.dll results benchmarks/RESULTS.md
