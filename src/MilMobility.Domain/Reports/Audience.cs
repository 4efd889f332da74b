namespace MilMobility.Domain.Reports;

/// <summary>Who a report is for; what a reader may not see is taken out of the records before any format is made from them.</summary>
public enum Audience
{
    /// <summary>Whoever plans: everything.</summary>
    Planner,

    /// <summary>A road, rail, fairway or port manager: what passes there and when, and what it does to traffic.</summary>
    Civil,

    /// <summary>Parliament and the public: sums of regions and modes, rounded, from no fewer than a minimum of movements.</summary>
    Public,
}
