namespace MilMobility.Domain.Sentences;

/// <summary>Markings, settings and the record of a run with corrected prices.</summary>
internal static class ReportSentences
{
    public static IReadOnlyDictionary<string, (string English, string Dutch)> All { get; } =
        new Dictionary<string, (string English, string Dutch)>(StringComparer.Ordinal)
        {
            ["marking.public"] = ("PUBLIC", "OPENBAAR"),
            ["marking.internal"] = ("INTERNAL", "INTERN"),
            ["marking.departmental-confidential"] = ("DEPARTMENTAL CONFIDENTIAL", "DEPARTEMENTAAL VERTROUWELIJK"),
            ["phase.peace"] = ("peace", "vrede"),
            ["phase.grey-zone"] = ("grey zone", "grijze zone"),
            ["phase.crisis"] = ("crisis", "crisis"),
            ["phase.conflict"] = ("conflict", "conflict"),
            ["objective.weighted"] = ("weighted", "gewogen"),
            ["objective.lexicographic"] = ("lexicographic", "lexicografisch"),
            ["feedback.fed-by"] = (
                "civil prices corrected by the assessment of", "civiele prijzen gecorrigeerd met de afrekening van"),
            ["feedback.mode"] = (
                "{mode} prices x {factor}, {cells} cells by their own ratio", "prijzen {mode} x {factor}, {cells} cellen met "
                + "hun eigen verhouding"),
            ["feedback.first"] = ("first plan", "eerste plan"),
            ["feedback.second"] = ("second plan, this one", "tweede plan, dit"),
            ["feedback.figures"] = (
                "movement {movement}, civil {civil}; road {road} vehicle-h; rail {trains} train-min, {passengers} passenger-min, {paths} "
                + "paths without a place; water {barges} barge-h",
                "verplaatsing {movement}, civiel {civil}; weg {road} voertuiguur; spoor {trains} treinmin, {passengers} reizigersmin, "
                + "{paths} paden zonder plaats; water {barges} scheepsuur"),
            ["feedback.saved"] = ("saved by the second", "bespaard door het tweede"),
            ["feedback.keep-first"] = ("{euros}; keep the first", "{euros}; houd het eerste aan"),
            ["feedback.keep-second"] = ("{euros}; keep the second", "{euros}; houd het tweede aan"),
        };
}
