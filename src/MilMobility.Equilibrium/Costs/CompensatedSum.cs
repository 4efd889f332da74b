namespace MilMobility.Equilibrium.Costs;

/// <summary>A sum that keeps what rounding takes away (Neumaier 1974, doi:10.1002/zamm.19740540106).</summary>
internal struct CompensatedSum
{
    private double _sum;
    private double _lost;

    public readonly double Value => _sum + _lost;

    public void Add(double term)
    {
        var sum = _sum + term;
        _lost += Math.Abs(_sum) >= Math.Abs(term) ? _sum - sum + term : term - sum + _sum;
        _sum = sum;
    }
}
