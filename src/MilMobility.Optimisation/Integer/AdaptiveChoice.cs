namespace MilMobility.Optimisation.Integer;

/// <summary>
/// Chooses among alternatives by what they have gained per unit of work, the past fading. Half of the choices are even, so that
/// none is forgotten. Deterministic: it counts work, not time. Literature: Ropke and Pisinger 2006, adaptive large-neighbourhood
/// search (10.1287/trsc.1050.0135), with gain per work in the place of scores. Not thread-safe.
/// </summary>
internal sealed class AdaptiveChoice(int count)
{
    private const double EvenShare = 0.5;
    private const double Fade = 0.99;

    private readonly double[] _gain = new double[count];
    private readonly double[] _work = new double[count];

    public int Draw(SplitMix random)
    {
        if (random.NextUnit() < EvenShare) return random.Next(count);
        double total = 0;
        for (var i = 0; i < count; i++) total += Rate(i);
        var draw = random.NextUnit() * total;
        for (var i = 0; i < count; i++)
        {
            draw -= Rate(i);
            if (draw < 0) return i;
        }

        // Nothing has gained anything yet.
        return random.Next(count);
    }

    public void Learn(int choice, long gain, long work)
    {
        _gain[choice] = (_gain[choice] * Fade) + gain;
        _work[choice] = (_work[choice] * Fade) + work;
    }

    private double Rate(int i) => _gain[i] / Math.Max(1, _work[i]);
}
