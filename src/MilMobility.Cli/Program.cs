using MilMobility.Cli;

return await CommandTree.RunAsync(args);
