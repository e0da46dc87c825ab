package library;
class FromImport { public function new() {} public function run() return Tools.tool() + imported() + "a b".replace(" ", "-"); }
