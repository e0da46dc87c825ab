package library;
class Allowed { public function new() {} public function peek() return new Secret2().hidden; }
