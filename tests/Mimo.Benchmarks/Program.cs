using Mimo.Benchmarks.Reporting;
using Mimo.Benchmarks.Startup;

// A fresh process that measures its own first use must load nothing of the benchmarks around it.
if (args is ["startup", var name])
{
    FirstUse.Run(name);
    return 0;
}

return Suite.Run(args);
