package library.sub;
class Deep { public function new() {} public function deep() return "deep" + new Lib().name() + Deeper.value; }
class Side { public function new() {} public function side() return "side"; }
