#!/usr/bin/env bash
# Measures the headline table of the brigade's transit and writes benchmarks/HEADLINE.md; a few minutes.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build benchmarks/MilMobility.Benchmarks -c Release -nodeReuse:false -p:UseSharedCompilation=false -v q
dotnet benchmarks/MilMobility.Benchmarks/bin/Release/net10.0/MilMobility.Benchmarks.dll headline benchmarks/HEADLINE.md
