namespace Mimo;

/// <summary>In which header the API key travels.</summary>
public enum MimoAuthHeader
{
    /// <summary><c>api-key: KEY</c>, the only one that every MiMo host documents for both formats.</summary>
    ApiKey,

    /// <summary><c>Authorization: Bearer KEY</c>.</summary>
    Bearer,
}
