namespace MilMobility.Pipeline.Tests.HandCheck;

/// <summary>
/// The ways of the hand check, link by link as networks/nl has them, with the running times worked out: 3.6 x metres / km/h,
/// rounded up. The serial's speed is 50 km/h by road, 90 by rail and 12 by water, and no link of these ways is slower.
/// </summary>
internal static class Ways
{
    /// <summary>Road that M01 and M02 share: 643 + 381 + 2,332 = 3,356 s; 8,912 + 5,281 + 32,347 = 46,540 m.</summary>
    public static IReadOnlyList<Leg> SloehavenToRilland { get; } =
    [
        // N254: 157 + 486 = 643 s, 8,912 m
        new("road-n254-from-vlissingen-to-vlissingen-sloehaven", 2_167, 60, 157),
        new("road-n254-from-n62-n254-borsele-to-vlissingen", 6_745, 80, 486),
        // N62: 381 s, 5,281 m
        new("road-n62-from-n254-borsele-to-a58-heinkenszand", 5_281, 100, 381),
        // A58: 289 + 137 + 655 + 258 + 317 + 676 = 2,332 s, 32,347 m
        new("road-a58-from-rest-vliedberg-to-heinkenszand", 4_001, 100, 289),
        new("road-a58-from-kp-de-poel-to-rest-vliedberg", 1_900, 100, 137),
        new("road-a58-from-kapelle-to-kp-de-poel", 9_097, 100, 655),
        new("road-a58-from-yerseke-to-kapelle", 3_571, 100, 258),
        new("road-a58-from-kruiningen-to-yerseke", 4_400, 100, 317),
        new("road-a58-from-rilland-to-kruiningen", 9_378, 100, 676),
    ];

    /// <summary>M01: 3,356 + 526 + 719 + 2,441 + 822 = 7,864 s; 46,540 + 7,287 + 9,952 + 33,872 + 11,382 = 109,033 m.</summary>
    public static IReadOnlyList<Leg> SloehavenToHazeldonk { get; } =
    [
        .. SloehavenToRilland,
        // A58: 397 + 129 = 526 s, 7,287 m
        new("road-a58-from-rest-het-rak-t-scheld-to-rilland", 5_505, 100, 397),
        new("road-a58-from-kp-markiezaat-to-rest-het-rak-t-scheld", 1_782, 100, 129),
        // A4: 188 + 361 + 79 + 91 = 719 s, 9,952 m
        new("road-a4-from-hoogerheide-to-kp-markiezaat", 2_600, 100, 188),
        new("road-a4-from-bergen-op-zoom-zuid-to-hoogerheide", 5_006, 100, 361),
        new("road-a4-from-bergen-op-zoom-to-bergen-op-zoom-zuid", 1_086, 100, 79),
        new("road-a4-from-kp-zoomland-to-bergen-op-zoom", 1_260, 100, 91),
        // A58: 43 + 704 + 188 + 137 + 257 + 744 + 315 + 53 = 2,441 s, 33,872 m
        new("road-a58-from-bergen-op-zoom-centrum-to-kp-zoomland", 593, 100, 43),
        new("road-a58-from-kp-de-stok-to-bergen-op-zoom-centrum", 9_775, 100, 704),
        new("road-a58-from-roosendaal-to-kp-de-stok", 2_610, 100, 188),
        new("road-a58-from-roosendaal-to-roosendaal-oost", 1_900, 100, 137),
        new("road-a58-from-rest-hoezaar-mastpolder-to-roosendaal-oost", 3_566, 100, 257),
        new("road-a58-from-etten-leur-to-rest-hoezaar-mastpolder", 10_329, 100, 744),
        new("road-a58-from-breda-west-to-etten-leur", 4_375, 100, 315),
        new("road-a58-from-kp-princeville-to-breda-west", 724, 100, 53),
        // A16: 178 + 304 + 247 + 93 = 822 s, 11,382 m
        new("road-a16-from-breda-to-kp-princeville", 2_461, 100, 178),
        new("road-a16-from-breda-to-kp-galder", 4_209, 100, 304),
        new("road-a16-from-kp-galder-to-rest-hazeldonk-west-hazeldonk-oost", 3_430, 100, 247),
        new("road-a16-from-rest-hazeldonk-west-hazeldonk-oost-to-exit-hazeldonk", 1_282, 100, 93),
    ];

    /// <summary>M02: 3,356 + 526 + 481 = 4,363 s; 46,540 + 7,287 + 6,667 = 60,494 m.</summary>
    public static IReadOnlyList<Leg> SloehavenToOssendrecht { get; } =
    [
        .. SloehavenToRilland,
        // A58: 397 + 129 = 526 s, 7,287 m
        new("road-a58-from-rest-het-rak-t-scheld-to-rilland", 5_505, 100, 397),
        new("road-a58-from-kp-markiezaat-to-rest-het-rak-t-scheld", 1_782, 100, 129),
        // A4: 481 s, 6,667 m
        new("road-a4-from-kp-markiezaat-to-exit-ossendrecht", 6_667, 100, 481),
    ];

    /// <summary>M03: 90 + 3,140 + 487 + 188 + 1,732 = 5,637 s; 1,241 + 43,577 + 6,762 + 2,594 + 24,022 = 78,196 m.</summary>
    public static IReadOnlyList<Leg> VeluweToZevenaar { get; } =
    [
        // A28: 90 s, 1,241 m
        new("road-a28-from-elspeet-to-site-veluwe", 1_241, 50, 90),
        // N310: 1049 + 395 + 189 + 1507 = 3,140 s, 43,577 m
        new("road-n310-from-n302-n310-ermelo-to-a28-elspeet", 14_558, 80, 1_049),
        new("road-n310-from-n344-barneveld-to-n302-n310-ermelo", 5_475, 80, 395),
        new("road-n310-from-a1-stroe-to-n344-barneveld", 2_622, 80, 189),
        new("road-n310-from-n311-arnhem-to-a1-stroe", 20_922, 80, 1_507),
        // N311: 487 s, 6,762 m
        new("road-n311-from-n310-n311-arnhem-to-a50-schaarsbergen", 6_762, 80, 487),
        // A50: 79 + 109 = 188 s, 2,594 m
        new("road-a50-from-arnhem-centrum-to-schaarsbergen", 1_087, 100, 79),
        new("road-a50-from-kp-waterberg-to-arnhem-centrum", 1_507, 100, 109),
        // A12: 35 + 393 + 1045 + 237 + 22 = 1,732 s, 24,022 m
        new("road-a12-from-kp-waterberg-to-arnhem-noord", 474, 100, 35),
        new("road-a12-from-arnhem-noord-to-kp-velperbroek", 5_454, 100, 393),
        new("road-a12-from-kp-velperbroek-to-kp-oud-dijk", 14_505, 100, 1_045),
        new("road-a12-from-kp-oud-dijk-to-rest-bergh-noord-berg-zuid", 3_285, 100, 237),
        new("road-a12-from-exit-zevenaar-to-rest-bergh-noord-berg-zuid", 304, 100, 22),
    ];

    /// <summary>M04, by rail: 2,798 + 315 = 3,113 s; 69,903 + 7,870 = 77,773 m.</summary>
    public static IReadOnlyList<Leg> SloehavenToRoosendaalBorder { get; } =
    [
        // Roosendaal - Vlissingen: 792 + 442 + 401 + 625 + 538 = 2,798 s, 69,903 m
        new("rail-goes-to-rail-sloehaven", 19_796, 140, 792),
        new("rail-goes-to-rail-kruiningen-yerseke", 11_040, 140, 442),
        new("rail-kruiningen-yerseke-to-rail-rilland-bath", 10_012, 140, 401),
        new("rail-bergen-op-zoom-to-rail-rilland-bath", 15_615, 140, 625),
        new("rail-bergen-op-zoom-to-rail-roosendaal", 13_440, 140, 538),
        // Roosendaal - Roosendaal Grens: 315 s, 7,870 m
        new("rail-grens-roosendaal-to-rail-roosendaal", 7_870, 125, 315),
    ];

    /// <summary>M05, by water, without the lockages: 1,045 + 7,864 + 787 = 9,696 s; 3,482 + 26,209 + 2,622 = 32,313 m.</summary>
    public static IReadOnlyList<Leg> TielToNijmegen { get; } =
    [
        // Amsterdam-Rijnkanaal (Betuwepand): 598 + 447 = 1,045 s, 3,482 m
        new("fw-prins-bernhardsluizen-tiel", 1_992, 12, 598),
        new("fw-monding-ark-tiel-prins-bernhardsluizen", 1_490, 12, 447),
        // Waal: 3267 + 2622 + 1975 = 7,864 s, 26,209 m
        new("fw-prins-willem-alexanderbrug-monding-ark-tiel", 10_890, 14, 3_267),
        new("fw-tacitusbrug-prins-willem-alexanderbrug", 8_738, 14, 2_622),
        new("fw-monding-maas-waalkanaal-tacitusbrug", 6_581, 14, 1_975),
        // Maas-Waalkanaal: 505 + 282 = 787 s, 2,622 m
        new("fw-monding-maas-waalkanaal-sluis-weurt", 1_682, 12, 505),
        new("fw-sluis-weurt-nijmegen", 940, 12, 282),
    ];
}
