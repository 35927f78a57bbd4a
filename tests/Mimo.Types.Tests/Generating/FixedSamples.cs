using System.Globalization;
using CsCheck;

namespace Mimo.Types.Tests.Generating;

/// <summary>
/// Samples that are the same in every run, so that a build fails for its own changes only. To look further than the build does,
/// set MIMO_TEST_SEED to any number.
/// </summary>
internal static class FixedSamples
{
    private static readonly ulong Seed = ulong.TryParse(Environment.GetEnvironmentVariable("MIMO_TEST_SEED"), CultureInfo.InvariantCulture, out ulong seed) ? seed : 20261123;

    public static void Each<T>(this Gen<T> generator, Action<T> check, int samples)
    {
        for (int index = 0; index < samples; index++)
        {
            T value = generator.Generate(new PCG((uint)index, Seed + (ulong)index), null, out _);
            try
            {
                check(value);
            }
            catch (Exception exception)
            {
                string text = value is byte[] bytes ? Convert.ToHexString(bytes) : value?.ToString() ?? "null";
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Sample {index} of seed {Seed}: {text}\n{exception.Message}"), exception);
            }
        }
    }
}
