using MilMobility.Domain.Units;

namespace MilMobility.Domain.Tests;

/// <summary>What a build accepts is fixed when it is made; what it does not understand it does not accept.</summary>
public sealed class AcceptedMarkingTests
{
    [Fact]
    public void A_build_without_further_word_accepts_departmental_confidential() =>
        Assert.Equal(ClassificationMarking.DepartmentalConfidential, AcceptedMarking.Highest);

    [Theory]
    [InlineData("Internal", ClassificationMarking.Internal)]
    [InlineData("internal", ClassificationMarking.Internal)]
    [InlineData("DepartmentalConfidential", ClassificationMarking.DepartmentalConfidential)]
    [InlineData("Secret", ClassificationMarking.Public)]
    [InlineData("7", ClassificationMarking.Public)]
    [InlineData("", ClassificationMarking.Public)]
    [InlineData(null, ClassificationMarking.Public)]
    public void A_build_property_that_is_no_marking_accepts_public_input_only(string? property, ClassificationMarking accepted) =>
        Assert.Equal(accepted, AcceptedMarking.Of(property));

    [Theory]
    [InlineData("Stg. GEHEIM", true)]
    [InlineData("stg-confidentieel", true)]
    [InlineData("NATO SECRET", true)]
    [InlineData("CONFIDENTIEL UE/EU CONFIDENTIAL", true)]
    [InlineData("departmental-confidential", false)]
    [InlineData("internal", false)]
    [InlineData("whatever", false)]
    [InlineData("", false)]
    public void Classifications_are_known_however_they_are_spelt(string text, bool above) =>
        Assert.Equal(above, AcceptedMarking.IsAboveAll(text));
}
