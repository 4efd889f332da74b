using MilMobility.Civil.RailAssessment;

namespace MilMobility.Civil.Pricing;

/// <summary>
/// What a military train costs the civil trains of one section that keep their paths and wait for it: the mean, over its minutes, of what
/// the account (<see cref="RailAssessor"/>) finds for such trains alone. It holds as long as it takes two paths apart, and the difference
/// of speeds makes it more than one path.
///
/// With pass times p, run times r, separations f (following) and o (opposing), m the military train and c a category with n trains an
/// hour: following it on its own track, trains whose heads would enter in a window of S + D, S = p_m + p_c + 2 f, D = |r_m - r_c|, are in
/// the way, at even chances over the window, and wait for the rest of it. Those behind wait for them, each by the slack e between two
/// trains less: all trains T seconds apart that could run h seconds apart have e = T - h. A window of W so costs n F(W), F(W) = sum over
/// k of max(0, W - k e)^2 / 2, for as many k as there are trains in the hour. A train in the way on several sections waits once for S and
/// for D on each, so a section has the part n (a F(S) + F(S + D) - F(S)), a the mean of 1 / (sections that a train runs over). On single
/// track of q pieces D is made up of q parts, and trains that come the other way wait at one piece: n q (F(W) - F(s)), s = p_m + p_c + 2
/// o and W = (r_m + r_c) / q + s. Where a direction has two tracks or more, trains may pass one another: nothing.
///
/// Left out is what can only add to it: uneven intervals, trains that find no place within the slack, and what military trains behind one
/// another do together. So prices are a lower bound of the account in the mean of its timetables, and a bound that the planner proves with
/// them stays one.
///
/// Source: blocking times and buffer of UIC Code 406, 2nd edition 2013; half the window: mean of a uniform arrival. Pure; thread-safe.
/// </summary>
/// <param name="rail">Sections, with the rules of civil trains.</param>
/// <param name="speedKmh">Speed of military trains; the line speed where it is lower.</param>
public sealed class PathWait(RailSections rail, int speedKmh)
{
    /// <summary>Pass time of a military train at least, s (movement model, footprints).</summary>
    public const int PassSecondsMin = 60;

    private const double SecondsPerHour = 3600;

    /// <summary>Train-hours that civil trains lose per military path, by category.</summary>
    /// <param name="section">Section.</param>
    /// <param name="trainsPerHour">Trains per hour and direction, by category.</param>
    /// <param name="shares">Mean of one over the sections that they run over, 0 to 1, by category.</param>
    public double[] TrainHours(int section, IReadOnlyList<double> trainsPerHour, IReadOnlyList<double> shares)
    {
        var lost = new double[trainsPerHour.Count];
        var all = trainsPerHour.Sum();
        if (all <= 0 || rail.Tracks[section] > 1) return lost;
        var link = rail.Links[section];
        var pieces = rail.PieceStart[section + 1] - rail.PieceStart[section];
        var isSingle = rail.Tracks[section] == 0;
        var military = Math.Ceiling(
            3.6 * rail.Network.LinkLengthMetres[link] / Math.Min(speedKmh, rail.Network.LinkSpeedKmh[link]));
        double[] runs = [.. trainsPerHour.Select((_, c) => (double)pieces * rail.RunSeconds(rail.PieceStart[section], c))];
        var followers = (isSingle ? 2 : 1) * all;
        var wait = new WindowWait((SecondsPerHour / followers) - Spacing(trainsPerHour, runs, pieces, isSingle), followers);
        for (var c = 0; c < lost.Length; c++)
        {
            if (trainsPerHour[c] <= 0) continue;
            var pass = PassSecondsMin + rail.Rules.PassSeconds(c);
            var apart = pass + (2.0 * rail.Rules.FollowingSeconds);
            var slower = Math.Abs(military - runs[c]) / pieces;
            var seconds = (shares[c] * wait.Of(apart)) + (pieces * (wait.Of(apart + slower) - wait.Of(apart)));
            if (isSingle)
            {
                var crossing = pass + (2.0 * rail.Rules.OpposingSeconds);
                seconds += pieces * (wait.Of(((military + runs[c]) / pieces) + crossing) - wait.Of(crossing));
            }

            lost[c] = trainsPerHour[c] * seconds / (SecondsPerHour * SecondsPerHour);
        }

        return lost;
    }

    /// <summary>
    /// Mean seconds from a train to the next, pushed together as for capacity consumption (<see cref="CapacityConsumption"/>): in any
    /// order on double track, one each way in turn on single track.
    /// </summary>
    private double Spacing(IReadOnlyList<double> trainsPerHour, double[] runs, int pieces, bool isSingle)
    {
        var (rules, all, sum) = (rail.Rules, trainsPerHour.Sum(), 0.0);
        for (var a = 0; a < runs.Length; a++)
        {
            var share = trainsPerHour[a] / all;
            if (isSingle) sum += share * ((runs[a] / pieces) + rules.PassSeconds(a) + rules.OpposingSeconds);
            for (var b = 0; b < runs.Length && !isSingle; b++)
            {
                sum += share * trainsPerHour[b] / all
                    * (rules.PassSeconds(a) + rules.FollowingSeconds + Math.Max(0, runs[a] - runs[b]));
            }
        }

        return sum;
    }

    /// <summary>F of the summary.</summary>
    private readonly record struct WindowWait(double SlackSeconds, double TrainsPerHour)
    {
        public double Of(double windowSeconds)
        {
            var sum = 0.0;
            for (var k = 0; k == 0 || k < TrainsPerHour; k++)
            {
                var left = windowSeconds - (k * Math.Max(0, SlackSeconds));
                if (left <= 0) break;
                sum += left * left / 2;
            }

            return sum;
        }
    }

    /// <summary>[S] mean of one over the sections that the trains of a section run over; 1 where there are none.</summary>
    /// <param name="trainsPerHour">[S] trains per hour and direction of one category.</param>
    public double[] Shares(double[] trainsPerHour)
    {
        var (sum, all) = (new double[rail.Count], new double[rail.Count]);
        foreach (var flow in ThroughFlows.Of(rail, trainsPerHour))
        {
            foreach (var section in flow.Sections)
            {
                sum[section] += flow.TrainsPerHour / flow.Sections.Count;
                all[section] += flow.TrainsPerHour;
            }
        }

        return [.. sum.Select((s, i) => all[i] > 0 ? s / all[i] : 1)];
    }
}
