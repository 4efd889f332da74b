using MilMobility.Exchange.Drafts;

namespace MilMobility.Exchange.Contraction;

/// <summary>The links at each node of a draft: of node n, <c>Links[Start[n]..Start[n + 1]]</c>. A loop stands twice.</summary>
internal sealed class Incidence
{
    public Incidence(NetworkDraft draft)
    {
        Start = new int[draft.NodeCount + 1];
        foreach (var link in draft.Links)
        {
            Start[link.From + 1]++;
            Start[link.To + 1]++;
        }

        for (var node = 0; node < draft.NodeCount; node++) Start[node + 1] += Start[node];
        Links = new int[2 * draft.LinkCount];
        var next = Start.AsSpan(0, draft.NodeCount).ToArray();
        for (var link = 0; link < draft.LinkCount; link++)
        {
            Links[next[draft.Links[link].From]++] = link;
            Links[next[draft.Links[link].To]++] = link;
        }
    }

    public int[] Start { get; }

    public int[] Links { get; }

    public ReadOnlySpan<int> At(int node) => Links.AsSpan(Start[node], Start[node + 1] - Start[node]);
}
