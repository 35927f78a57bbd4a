namespace Mimo;

/// <summary>
/// The known MiMo hosts. Their keys do not mix: each key is good for the host it was made for. Nor do their models: set
/// <see cref="MimoClientOptions.Model"/> along with the host.
/// </summary>
public static class MimoEndpoints
{
    /// <summary>The default. A service of its own, not Xiaomi's host; it offers <c>mimo-v2-pro</c>, <c>mimo-v2-omni</c> and <c>mimo-v2-flash</c>.</summary>
    public static Uri MimoV2 { get; } = new("https://api.mimo-v2.com");

    /// <summary>Xiaomi's own host, pay as you go (keys that begin with <c>sk-</c>). It no longer offers the default model; <c>mimo-v2.6-pro</c> is its current one.</summary>
    public static Uri Official { get; } = new("https://api.xiaomimimo.com");

    /// <summary>Token Plan, China (keys that begin with <c>tp-</c>).</summary>
    public static Uri TokenPlanChina { get; } = new("https://token-plan-cn.xiaomimimo.com");

    /// <summary>Token Plan, Singapore (keys that begin with <c>tp-</c>).</summary>
    public static Uri TokenPlanSingapore { get; } = new("https://token-plan-sgp.xiaomimimo.com");

    /// <summary>Token Plan, Europe (keys that begin with <c>tp-</c>).</summary>
    public static Uri TokenPlanEurope { get; } = new("https://token-plan-ams.xiaomimimo.com");
}
