using MilMobility.Domain.Reports;
using MilMobility.Domain.Scenarios;

namespace MilMobility.Reporting.RunFolders;

/// <summary>What reports need beside plan and impact, so that a run folder can be read without the network it was made on.</summary>
public sealed record RunContext(ScenarioSummary Scenario, LocalClock Clock, NetworkMap Map);
