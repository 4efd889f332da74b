namespace MilMobility.Optimisation.Pool;

/// <summary>What a problem adds to the choice from a pool beyond capacities: rules between columns, costs that are not sums.</summary>
public interface IPoolRules
{
    /// <summary>Adds rows and slack variables; called once per choice, after the capacities.</summary>
    /// <param name="rows">Takes them; knows the columns.</param>
    void AddRows(PoolRows rows);
}
