using System.Text.Json;
using MilMobility.Domain.Diagnostics;
using MilMobility.Networks.Datasets;

namespace MilMobility.Exchange.Formats.GeoJson;

/// <summary>
/// Streams the features of a GeoJSON document (RFC 7946): a FeatureCollection, a Feature or a bare geometry. The document is cut into
/// features by a token reader over a sliding buffer, and only one feature is held at a time, so memory is bounded by the largest
/// feature, <see cref="FeatureBytesMax"/>. Faults are collected, coded (<see cref="GeoJsonCodes"/>), by the feature's place in the
/// file; a faulty feature is passed over, invalid JSON ends the reading. O(bytes). Static and safe to call from any thread.
/// </summary>
public static class GeoJsonReader
{
    /// <summary>Largest feature, bytes.</summary>
    public const int FeatureBytesMax = 16 * 1024 * 1024;
    public const int FeaturesMax = 20_000_000;
    internal const int DepthMax = 64;
    private const int ErrorsMax = 1_000;

    /// <summary>Calls back for every feature that is valid. False when the reading ended before the document did.</summary>
    public static bool Read(
        Stream stream, string file, DiagnosticBag bag, Action<GeoJsonFeature> onFeature, CancellationToken cancellation)
    {
        var diagnostics = new FileDiagnostics(file, bag);
        var cutter = new FeatureCutter(stream, cancellation);
        var parser = new GeoJsonFeatureParser(diagnostics);
        try
        {
            long ordinal = 0;
            while (cutter.Next() is { } json)
            {
                if (++ordinal > FeaturesMax)
                {
                    diagnostics.Error(GeoJsonCodes.TooManyFeatures, 0, $"more than {FeaturesMax} features; reading stops here");
                    return false;
                }

                if (parser.Parse(json, ordinal) is { } feature) onFeature(feature);
                if (diagnostics.ErrorCount < ErrorsMax) continue;
                diagnostics.Error(GeoJsonCodes.TooManyErrors, 0, $"{diagnostics.ErrorCount} errors so far; reading stops here");
                return false;
            }
        }
        catch (JsonException exception)
        {
            diagnostics.Error(
                GeoJsonCodes.NotJson, (int)Math.Min(int.MaxValue, cutter.LinesBefore + (exception.LineNumber ?? 0) + 1),
                $"is not valid JSON; reading stops here ({FileDiagnostics.Quote(exception.Message)})");
            return false;
        }
        catch (InvalidOperationException)
        {
            // The token reader checks a text's encoding only when the text is asked for, and then throws this.
            diagnostics.Error(GeoJsonCodes.NotJson, 0, "has a text that is not Unicode; reading stops here");
            return false;
        }
        catch (FeatureTooLargeException)
        {
            diagnostics.Error(
                GeoJsonCodes.TooLong, 0, $"a value of the document has more than {FeatureBytesMax} bytes; reading stops here");
            return false;
        }

        if (cutter.HasForeignReferenceSystem)
        {
            diagnostics.Warning(GeoJsonCodes.ReferenceSystem, 0,
                "'crs' is no part of RFC 7946; positions are read as longitude and latitude in degrees WGS84");
        }

        if (cutter.IsGeoJson) return true;
        diagnostics.Error(GeoJsonCodes.NotGeoJson, 0,
            "the document is no GeoJSON object; 'type' must be FeatureCollection, with an array 'features', or Feature, or a geometry");
        return false;
    }
}

/// <summary>A value does not fit in the buffer.</summary>
internal sealed class FeatureTooLargeException() : IOException("a feature is too large");
