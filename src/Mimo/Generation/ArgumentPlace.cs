namespace Mimo.Generation;

/// <summary>Where an argument stands among those of a call.</summary>
/// <param name="Name">Its name in UTF-8, without escapes.</param>
/// <param name="Start">Where its value begins, in bytes.</param>
/// <param name="Length">How long its value is, in bytes.</param>
internal readonly record struct ArgumentPlace(byte[] Name, int Start, int Length);
