package game.Core;
