using MilMobility.Domain.Units;
using MilMobility.Planning.Tests.Scenes;
using MilMobility.TestScenes;

namespace MilMobility.Planning.Tests;

/// <summary>A serial says what dangerous goods it carries: those who receive it read it from the plan alone.</summary>
public sealed class DangerousGoodsTests
{
    [Theory]
    [InlineData("1.1", TunnelRestrictionCode.C, "1.1 (C)")]
    [InlineData("9", TunnelRestrictionCode.None, "9")]
    [InlineData("", TunnelRestrictionCode.None, "")]
    public void A_serial_names_class_and_tunnel_code_of_its_load(string goods, TunnelRestrictionCode code, string said)
    {
        var network = new SceneBuilder()
            .Node("a", TransportMode.Road, "port", 0, 0)
            .Node("b", TransportMode.Road, "border", 10_000, 0)
            .Link("ab", "a", "b", lengthMetres: 10_000);
        var scene = new MissionScene(network)
            .Movement("M", "a", "b", 20, with: r => r with { DangerousGoodsClass = goods, TunnelCode = code });
        Assert.Equal(said, Assert.Single(scene.Compiled().Serials).DangerousGoods);
    }
}
